{ meta.name = "example"; }
