variable "names" {
  description = "The module names: queues, tables, buckets, account, partition and Region."
  type = object({
    queues    = map(object({ arn = string, dlq_arn = string }))
    tables    = map(object({ arn = string }))
    buckets   = map(object({ arn = string }))
    account   = string
    partition = string
    region    = string
  })
}

variable "key_arn" {
  description = "The key of data at rest."
  type        = string
}

variable "state_machine_name" {
  description = "The state machine of enrichment."
  type        = string
}

variable "scheduler_role_name" {
  description = "The role that schedules send with."
  type        = string
}

variable "file_system_arn" {
  description = "The file system of the work area."
  type        = string
}

variable "user_pool_arn" {
  description = "The people."
  type        = string
}

variable "models" {
  description = "The models of Bedrock that search may ask, by the Region that has them."
  type        = map(set(string))

  validation {
    condition = alltrue(flatten([for region, models in var.models : [
      for model in models : can(regex("^[a-z0-9.-]+(:[0-9]+)?$", model)) && can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", region))
    ]]))
    error_message = "A model is named by its id, without wildcards, and a Region like us-east-1."
  }
}

variable "a2i" {
  description = "What Amazon A2I is called, where it is used: the workteam and the bucket with answers."
  type        = object({ workteam_name = string, answers_bucket = string })
  default     = null
}
