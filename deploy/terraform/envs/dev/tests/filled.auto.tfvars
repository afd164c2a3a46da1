# What an operator would fill in; the tests of this environment read it.

offline      = true
owner        = "catalogue team"
cost_centre  = "1234"
domain       = "example.org"
zone_id      = "Z0123456789ABCDEFGHIJ"
login_domain = "example-catalogue"
emails       = ["operators@example.org"]
image_tag    = "0.1.0"
people_cidrs = ["10.90.0.0/16"]
telemetry    = { exporter = "self-hosted" }
signoz       = { ha = true }
