variable "queues" {
  description = "Queues by name, as the module names gives them."
  type = map(object({
    visibility_timeout_seconds = number
    max_receive_count          = number
    arn                        = string
    dlq_name                   = string
    dlq_arn                    = string
  }))

  validation {
    condition     = alltrue([for queue in values(var.queues) : queue.max_receive_count >= 2 && queue.max_receive_count <= 100])
    error_message = "A queue tries a message 2 to 100 times."
  }

  validation {
    condition     = alltrue([for queue in values(var.queues) : queue.visibility_timeout_seconds >= 1 && queue.visibility_timeout_seconds <= 43200])
    error_message = "A message is hidden for 1 to 43200 seconds."
  }
}

variable "alarm_topic_arn" {
  description = "Who is told."
  type        = string
}

variable "oldest_seconds" {
  description = "How old the oldest message may get before somebody is told."
  type        = number
  default     = 3600

  validation {
    condition     = var.oldest_seconds >= 60
    error_message = "The age of messages is measured by the minute."
  }
}

variable "oldest_seconds_of" {
  description = "The same for queues that wait longer by nature."
  type        = map(number)
  default     = {}
}

variable "event_rules" {
  description = "Rules of EventBridge that may send, by the name of the queue."
  type        = map(string)
  default     = {}
}
