"""The filing as filed, drawn by Qt's web view, which nothing leaves and in which nothing runs; loaded when first needed."""
