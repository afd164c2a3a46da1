variable "user_pool_id" {
  description = "The people."
  type        = string
}

variable "groups" {
  description = "Groups of the pool that work: reviewers first, who leads too."
  type        = list(string)
  default     = ["reviewers", "leads"]
}

variable "workteam_name" {
  description = "What the workteam is called."
  type        = string
}

variable "answers_bucket" {
  description = "Where answers are put: the bucket's name; it is made here."
  type        = string
}

variable "key_arn" {
  description = "The key answers are encrypted with."
  type        = string
}

variable "account" {
  description = "The account's number."
  type        = string
}

variable "workers_per_task" {
  description = "How many people are asked the same."
  type        = number
  default     = 1

  validation {
    condition     = var.workers_per_task >= 1 && var.workers_per_task <= 9
    error_message = "One to nine people are asked."
  }
}
