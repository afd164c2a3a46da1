variable "name" {
  description = "What the state machine is called."
  type        = string
}

variable "queues" {
  description = "Queues by name, as the module names gives them."
  type        = map(object({ arn = string, url = string, dlq_arn = string, dlq_url = string }))
}

variable "account" {
  description = "The account's number."
  type        = string
}

variable "key_arn" {
  description = "The key its log is encrypted with."
  type        = string
}

variable "log_days" {
  description = "For how many days its log is kept."
  type        = number
  default     = 30
}

variable "alarm_topic_arn" {
  description = "Who is told."
  type        = string
}
