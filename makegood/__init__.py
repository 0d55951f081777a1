"""The command `makegood`, the build of the site and its server: all that stands beside the policy."""
