variable "name" {
  description = "What all names of secrets begin with."
  type        = string
}

variable "filled_by_hand" {
  description = "Secrets whose values an operator puts in, with what they are."
  type        = map(string)
}

variable "generated" {
  description = "Secrets whose values are drawn here, with what they are."
  type        = map(string)
}

variable "key_arn" {
  description = "The key they are encrypted with."
  type        = string
}

variable "rotation_functions" {
  description = "Lambda functions that change a secret, by its name; those without one are changed by hand."
  type        = map(string)
  default     = {}
}

variable "rotation_days" {
  description = "How often they do."
  type        = number
  default     = 30

  validation {
    condition     = var.rotation_days >= 1 && var.rotation_days <= 1000
    error_message = "Secrets are changed every 1 to 1000 days."
  }
}

variable "recovery_days" {
  description = "How long a deleted secret can be brought back; 0 deletes at once."
  type        = number
  default     = 30

  validation {
    condition     = var.recovery_days == 0 || (var.recovery_days >= 7 && var.recovery_days <= 30)
    error_message = "A deleted secret can be brought back for 7 to 30 days, or not at all."
  }
}
