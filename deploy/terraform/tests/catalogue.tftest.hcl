mock_provider "aws" {
  source = "./tests/mocks/aws"
}

variables {
  environment       = "test"
  zones             = ["eu-central-1a", "eu-central-1b", "eu-central-1c"]
  zone_id           = "Z0123456789ABCDEFGHIJ"
  search_hostname   = "api.example.org"
  login_domain      = "example"
  image_tag         = "1"
  emails            = ["operators@example.org"]
  monthly_limit_usd = 100
  cache             = { node_type = "cache.t4g.micro" }
  qdrant            = { cloud_host = "example.cloud.qdrant.io" }
  sizes = {
    for service in ["sync-service", "enrichment-service", "review-service", "episode-scheduler", "search-api", "search-indexer"] :
    service => { cpu = 512, memory = 1024, least = 1, most = 1 }
  }
}

run "refuses_an_impossible_cron" {
  command = plan
  module {
    source = "./modules/catalogue"
  }
  variables {
    weekly = { sync = "cron(0 1 * * SAT *)" }
  }
  expect_failures = [var.weekly]
}

run "refuses_two_places_for_vectors" {
  command = plan
  module {
    source = "./modules/catalogue"
  }
  variables {
    qdrant = { cloud_host = "example.cloud.qdrant.io", node = { cpu = 512, memory = 2048, gib = 10 } }
  }
  expect_failures = [var.qdrant]
}
