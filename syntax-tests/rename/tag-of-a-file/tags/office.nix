[ "jon" ]
