variable "name" {
  description = "What the machine and what belongs to it are called."
  type        = string
}

variable "vpc_id" {
  description = "The network."
  type        = string
}

variable "zones" {
  description = "Three availability zones; the machine of SigNoz is in the first."
  type        = list(string)

  validation {
    condition     = length(distinct(var.zones)) == 3
    error_message = "Data is kept in three different zones."
  }
}

variable "subnet_of" {
  description = "The private subnet of each zone."
  type        = map(string)
}

variable "client_security_group_id" {
  description = "Who sends telemetry: the collectors."
  type        = string
}

variable "viewer_cidrs" {
  description = "Private networks that people look at it from."
  type        = list(string)
  default     = []

  validation {
    condition     = !contains(var.viewer_cidrs, "0.0.0.0/0")
    error_message = "Telemetry is shown to private networks alone."
  }
}

variable "instance_type" {
  description = "The machine: 4 processors and 16 GiB at least."
  type        = string
}

variable "gib" {
  description = "The size of each volume that keeps telemetry."
  type        = number

  validation {
    condition     = var.gib >= 30 && var.gib <= 16384
    error_message = "The volume has 30 to 16384 GiB."
  }
}

variable "signoz_version" {
  description = "The release of SigNoz."
  type        = string
  default     = "v0.138.0"
}

variable "collector_version" {
  description = "The release of SigNoz' collector that belongs to it."
  type        = string
  default     = "v0.144.6"
}

variable "files_version" {
  description = "The last release of SigNoz whose repository has files for Docker; they name the images as variables."
  type        = string
  default     = "v0.129.0"
}

variable "clickhouse_version" {
  description = "The release of ClickHouse and its Keeper, where they have machines of their own: the one that the release of SigNoz brings."
  type        = string
  default     = "25.5.6"
}

variable "ha" {
  description = "Three machines of ClickHouse with all data each, and three of Keeper: their types, and what is left for SigNoz itself to keep. Absent: everything on one machine."
  type        = object({ instance_type = string, keeper_type = string, own_gib = number })
  default     = null
}

variable "partition" {
  description = "The partition."
  type        = string
}

variable "region" {
  description = "The Region."
  type        = string
}

variable "account" {
  description = "The account's number."
  type        = string
}

variable "alarm_topic_arn" {
  description = "Who is told."
  type        = string
}
