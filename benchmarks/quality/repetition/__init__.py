"""Does repeating reports change what the record says took place?"""
