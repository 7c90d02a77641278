print("textmill")
