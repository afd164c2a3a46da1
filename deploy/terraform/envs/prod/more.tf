variable "monthly_limit_usd" {
  description = "What a month may cost; docs/operations/cost.md tells what to expect."
  type        = number
  default     = 1500
}

variable "bedrock_limit_usd" {
  description = "What models may cost in a month."
  type        = number
  default     = 50
}

variable "cache" {
  description = "The size of the cache; docs/operations/redis.md tells which."
  type = object({
    node_type     = string
    shards        = optional(number, 1)
    replicas      = optional(number, 1)
    snapshot_days = optional(number, 3)
  })
  default = { node_type = "cache.t4g.medium", replicas = 2 }
}

variable "qdrant_cloud_host" {
  description = "The cluster's host at Qdrant Cloud, without scheme and port."
  type        = string
}

variable "rotation_functions" {
  description = "Lambda functions that change a secret, by its name."
  type        = map(string)
  default     = {}
}

variable "enable_a2i" {
  description = "Whether workers of Amazon A2I are asked; new accounts cannot."
  type        = bool
  default     = false
}
