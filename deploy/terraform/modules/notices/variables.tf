variable "name" {
  description = "What the topic is called."
  type        = string
}

variable "emails" {
  description = "Who reads alarms; each confirms once by a link in a first message."
  type        = set(string)

  validation {
    condition     = length(var.emails) > 0 && alltrue([for email in var.emails : can(regex("^[^@ ]+@[^@ ]+$", email))])
    error_message = "Somebody has to read alarms, at an e-mail address."
  }
}

variable "key_arn" {
  description = "The key it is encrypted with."
  type        = string
}

variable "account" {
  description = "The account's number."
  type        = string
}
