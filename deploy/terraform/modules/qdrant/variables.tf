variable "image" {
  description = "Qdrant."
  type        = string
  default     = "qdrant/qdrant:v1.18.3"
}

variable "sizes" {
  description = "How large the node and its volume are."
  type        = object({ cpu = number, memory = number, gib = number })
  default     = { cpu = 1024, memory = 4096, gib = 20 }
}

variable "api_key_arn" {
  description = "The secret with the key it wants to see."
  type        = string
}

variable "service" {
  description = "What every service is given, as the module catalogue puts it together."
  type = object({
    cluster            = object({ name = string, arn = string, namespace_arn = string })
    subnet_ids         = list(string)
    security_group_ids = list(string)
    key_arn            = string
    region             = string
    account            = string
    log_days           = number
    architecture       = string
    alarm_topic_arn    = string
  })
}

variable "partition" {
  description = "The partition."
  type        = string
}
