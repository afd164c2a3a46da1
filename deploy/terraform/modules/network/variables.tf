variable "name" {
  description = "What the network and its parts are called."
  type        = string
}

variable "region" {
  description = "The Region."
  type        = string
}

variable "zones" {
  description = "The availability zones, three of them: Redis and Qdrant keep a majority when one is lost."
  type        = list(string)

  validation {
    condition     = length(var.zones) == 3 && length(distinct(var.zones)) == 3
    error_message = "Three different availability zones are needed."
  }
}

variable "cidr" {
  description = "The addresses of the network; each subnet takes a sixteenth of them."
  type        = string
  default     = "10.40.0.0/16"

  validation {
    condition     = can(cidrsubnet(var.cidr, 4, 5)) && tonumber(split("/", var.cidr)[1]) <= 20
    error_message = "The network needs a CIDR block of /20 or larger."
  }
}

variable "one_nat" {
  description = "Whether one NAT gateway serves all zones: cheaper, and without a way out when its zone is lost."
  type        = bool
  default     = false
}

variable "interface_endpoints" {
  description = "Services of AWS reached without leaving the network; each costs by the hour and zone."
  type        = set(string)
  default     = ["ecr.api", "ecr.dkr", "logs", "secretsmanager", "sqs", "states"]
}

variable "log_days" {
  description = "For how many days the log of refused connections is kept."
  type        = number
  default     = 30
}

variable "key_arn" {
  description = "The key that log is encrypted with."
  type        = string
}
