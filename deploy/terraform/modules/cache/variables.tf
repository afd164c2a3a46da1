variable "name" {
  description = "What the cache is called."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{0,39}$", var.name)) && !strcontains(var.name, "--") && !endswith(var.name, "-")
    error_message = "A cache is called by 1 to 40 lower-case letters, digits and single hyphens, a letter first."
  }
}

variable "vpc_id" {
  description = "The network."
  type        = string
}

variable "subnet_ids" {
  description = "Private subnets."
  type        = list(string)
}

variable "client_security_group_id" {
  description = "Who connects."
  type        = string
}

variable "key_arn" {
  description = "The key it is encrypted with."
  type        = string
}

variable "node_type" {
  description = "The size of a node; docs/operations/redis.md tells which."
  type        = string

  validation {
    condition     = can(regex("^cache\\.[a-z0-9]+\\.[a-z0-9]+$", var.node_type))
    error_message = "A node type reads like cache.t4g.small."
  }
}

variable "shards" {
  description = "Over how many shards keys are spread; 1 is no cluster."
  type        = number
  default     = 1

  validation {
    condition     = var.shards >= 1 && var.shards <= 90
    error_message = "There are 1 to 90 shards."
  }
}

variable "replicas" {
  description = "How many replicas each shard has, in other zones; 0 loses the cache with its node."
  type        = number
  default     = 1

  validation {
    condition     = var.replicas >= 0 && var.replicas <= 5
    error_message = "A shard has 0 to 5 replicas."
  }

  validation {
    condition     = var.shards == 1 || var.replicas >= 1
    error_message = "Shards need a replica each: a cluster that has lost one answers nothing."
  }
}

variable "snapshot_days" {
  description = "For how many days a daily snapshot is kept; 0 takes none."
  type        = number
  default     = 3

  validation {
    condition     = var.snapshot_days >= 0 && var.snapshot_days <= 35
    error_message = "Snapshots are kept for 0 to 35 days."
  }
}

variable "users" {
  description = "Who may sign in, and which keys they reach."
  type        = map(set(string))

  validation {
    condition     = alltrue([for keys in values(var.users) : length(keys) > 0 && !contains(keys, "*")])
    error_message = "A user reaches named families of keys, never all."
  }
}

variable "passwords" {
  description = "The first password of each user."
  type        = map(string)
  sensitive   = true
}

variable "secret_ids" {
  description = "Where each user's password is kept."
  type        = map(string)
}

variable "apply_immediately" {
  description = "Whether changes are made at once instead of in the weekly window."
  type        = bool
  default     = false
}

variable "alarm_topic_arn" {
  description = "Who is told."
  type        = string
}
