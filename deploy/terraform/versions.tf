# Holds nothing: the place from which the tests of the modules run. Environments are in envs/.
terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}
