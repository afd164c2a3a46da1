# What an operator would fill in; the tests of this environment read it.

anomaly_monitor_arn = "arn:aws:ce::111122223333:anomalymonitor/01234567-89ab-cdef-0123-456789abcdef"
offline             = true
owner               = "catalogue team"
cost_centre         = "1234"
domain              = "example.org"
zone_id             = "Z0123456789ABCDEFGHIJ"
login_domain        = "example-catalogue"
emails              = ["operators@example.org"]
image_tag           = "0.1.0"
people_cidrs        = ["10.90.0.0/16"]
filled_secrets      = ["github-token", "mal-token", "animeschedule-token", "signoz-ingestion-key"]

qdrant_cloud_host = "example.eu-central-1-0.aws.cloud.qdrant.io"
providers_asked   = { mal = { base_url = "https://api.myanimelist.net/v2" }, anidb = { base_url = "http://api.anidb.net:9001", client = "example", client_version = 2 } }
models            = { "us-east-1" = ["qwen.qwen3-32b-v1:0"] }
telemetry         = { exporter = "cloud", endpoint = "ingest.eu.signoz.cloud:443" }
enable_a2i        = true
