terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }

  # bucket and key are named when Terraform is initialised, see docs/deploy.md
  backend "s3" {
    encrypt      = true
    use_lockfile = true
  }
}

provider "aws" {
  region = var.region

  # every resource carries these; money is counted by them
  default_tags {
    tags = {
      Project     = "mokuroku"
      Environment = local.environment
      Owner       = var.owner
      CostCentre  = var.cost_centre
      ManagedBy   = "terraform"
    }
  }

  access_key                  = var.offline ? "offline" : null
  secret_key                  = var.offline ? "offline" : null
  skip_credentials_validation = var.offline
  skip_requesting_account_id  = var.offline
  skip_metadata_api_check     = var.offline
  max_retries                 = var.offline ? 1 : null
}
