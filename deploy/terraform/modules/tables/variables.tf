variable "tables" {
  description = "Tables by name, as the module names gives them."
  type = map(object({
    hash_key  = string
    range_key = optional(string)
    ttl       = optional(string)
    indexes = list(object({
      name      = string
      hash_key  = string
      range_key = optional(string)
      include   = list(string)
    }))
  }))
}

variable "key_arn" {
  description = "The key they are encrypted with."
  type        = string
}

variable "deletion_protection" {
  description = "Whether a table can be deleted only after this was switched off."
  type        = bool
  default     = true
}

variable "recovery_days" {
  description = "How far back a table can be restored to any second."
  type        = number
  default     = 35

  validation {
    condition     = var.recovery_days >= 1 && var.recovery_days <= 35
    error_message = "DynamoDB looks 1 to 35 days back."
  }
}

variable "alarm_topic_arn" {
  description = "Who is told."
  type        = string
}
