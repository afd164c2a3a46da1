variable "groups" {
  description = "Groups of schedules; each belongs to one service, which makes the schedules in it."
  type        = set(string)

  validation {
    condition     = alltrue([for group in var.groups : can(regex("^[0-9a-zA-Z-_.]{1,64}$", group))])
    error_message = "A group is called by 1 to 64 letters, digits, hyphens, underscores and dots."
  }
}

variable "role_name" {
  description = "The role that schedules send with."
  type        = string
}

variable "queues" {
  description = "Queues that schedules send to."
  type        = list(object({ arn = string, dlq_arn = string }))
}

variable "account" {
  description = "The account's number."
  type        = string
}

variable "review_events_queue_arn" {
  description = "Where news of human loops go."
  type        = string
}

variable "partition" {
  description = "The partition."
  type        = string
}

variable "region" {
  description = "The Region."
  type        = string
}
