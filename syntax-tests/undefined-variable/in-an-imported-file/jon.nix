{ tag }: { tags = [ tag tga ]; }
#                       ^^^ error[undefined-variable]: nothing here is called `tga`: did you mean `tag`?
