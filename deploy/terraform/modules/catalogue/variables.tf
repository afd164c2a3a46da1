variable "environment" {
  description = "Which environment this is: dev or prod."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9]{1,9}$", var.environment))
    error_message = "An environment is called by 2 to 10 lower-case letters and digits."
  }
}

variable "zones" {
  description = "Three availability zones."
  type        = list(string)
}

variable "network" {
  description = "Addresses, whether one NAT gateway serves all zones, and which services of AWS are reached without leaving the network."
  type = object({
    cidr                = optional(string, "10.40.0.0/16")
    one_nat             = optional(bool, false)
    interface_endpoints = optional(set(string), ["ecr.api", "ecr.dkr", "logs", "secretsmanager", "sqs", "states"])
  })
  default = {}
}

variable "zone_id" {
  description = "The zone of Route 53 that all names belong to."
  type        = string
}

variable "search_hostname" {
  description = "The name of the API."
  type        = string
}

variable "people" {
  description = "How reviewers reach the portal: its name, and the private networks they come from. Absent: not at all."
  type        = object({ hostname = string, cidrs = list(string) })
  default     = null
}

variable "login_domain" {
  description = "The first label of the sign-in page's address."
  type        = string
}

variable "machines" {
  description = "Programs that sign in with a secret of their own, and what each may do."
  type        = map(set(string))
  default     = {}
}

variable "mfa" {
  description = "Whether people need a second factor: OFF, OPTIONAL or ON."
  type        = string
  default     = "ON"
}

variable "image_tag" {
  description = "Which build runs."
  type        = string
}

variable "architecture" {
  description = "ARM64 or X86_64; that of the images."
  type        = string
  default     = "X86_64"
}

variable "sizes" {
  description = "How large each service is and how many tasks it has."
  type = map(object({
    cpu    = number
    memory = number
    least  = number
    most   = number
    spot   = optional(number, 0)
  }))

  validation {
    condition     = length(setsubtract(["sync-service", "enrichment-service", "review-service", "episode-scheduler", "search-api", "search-indexer"], keys(var.sizes))) == 0
    error_message = "Each of the six services needs a size."
  }
}

variable "cache" {
  description = "The size of the cache."
  type = object({
    node_type     = string
    shards        = optional(number, 1)
    replicas      = optional(number, 1)
    snapshot_days = optional(number, 3)
  })
}

variable "qdrant" {
  description = "Where vectors are: a host of Qdrant Cloud, or a node of our own."
  type = object({
    cloud_host = optional(string)
    node       = optional(object({ cpu = number, memory = number, gib = number }))
  })

  validation {
    condition     = (var.qdrant.cloud_host == null) != (var.qdrant.node == null)
    error_message = "Either Qdrant Cloud (cloud_host) or a node of our own (node)."
  }
}

variable "providers_asked" {
  description = "Providers by name (jikan, kitsu, mal, anilist, animeschedule, anidb) with the address of their API; docs/sources.md tells on which terms."
  type        = map(object({ base_url = string, client = optional(string), client_version = optional(number) }))
  default     = {}

  validation {
    condition     = alltrue([for name in keys(var.providers_asked) : contains(["jikan", "kitsu", "mal", "anilist", "animeschedule", "anidb"], name)])
    error_message = "Providers are jikan, kitsu, mal, anilist, animeschedule and anidb."
  }
}

variable "filled_secrets" {
  description = "Which secrets have been given a value (docs/deploy.md): a task with an empty one does not start."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for name in var.filled_secrets : contains(["github-token", "mal-token", "animeschedule-token", "qdrant-api-key", "signoz-ingestion-key"], name)])
    error_message = "Secrets filled by hand are github-token, mal-token, animeschedule-token, qdrant-api-key and signoz-ingestion-key."
  }
}

variable "rotation_functions" {
  description = "Lambda functions that change a secret, by its name."
  type        = map(string)
  default     = {}
}

variable "models" {
  description = "The models of Bedrock that search may ask, under the Region that has them."
  type        = map(set(string))
  default     = {}

  validation {
    condition     = length(var.models) <= 1
    error_message = "Models are asked in one Region."
  }
}

variable "telemetry" {
  description = "Where telemetry goes: cloud, self-hosted or nowhere, and the endpoint that takes it."
  type        = object({ exporter = string, endpoint = optional(string) })
  default     = { exporter = "nowhere" }
}

variable "signoz" {
  description = "A SigNoz of our own on machines of ARM64, where telemetry is self-hosted; with ha its data lies three times, on three machines of ClickHouse and three of Keeper. SigNoz itself stays one."
  type = object({
    instance_type = optional(string, "m7g.xlarge")
    gib           = optional(number, 100)
    ha            = optional(bool, false)
    data_type     = optional(string, "m7g.large")
    keeper_type   = optional(string, "t4g.small")
  })
  default = null
}

variable "enable_a2i" {
  description = "Whether workers of Amazon A2I are asked; new accounts cannot, and one environment of an account and Region may."
  type        = bool
  default     = false
}

variable "weekly" {
  description = "When the newest release is asked for, and when a snapshot is taken, in UTC."
  type        = object({ sync = optional(string, "cron(0 1,7,19 ? * SAT *)"), snapshot = optional(string, "cron(0 3 ? * SUN *)") })
  default     = {}

  validation {
    # EventBridge: six fields, and a question mark in exactly one of day and weekday
    condition = alltrue([for cron in values(var.weekly) :
      can(regex("^cron\\(([0-9*,/-]+) ([0-9*,/-]+) ([0-9*,/?LW-]+) ([0-9A-Z*,/-]+) ([0-9A-Z*,/?L#-]+) ([0-9*,/-]+)\\)$", cron)) &&
      length(regexall("\\?", cron)) == 1
    ])
    error_message = "A cron expression has six fields, with a question mark for either the day or the weekday."
  }
}

variable "rates" {
  description = "How many requests one address may make in five minutes, by the beginning of the path."
  type        = map(number)
  default     = { "/" = 3000, "/v1/search/agentic" = 60, "/v1/exports" = 20 }
}

variable "emails" {
  description = "Who reads alarms."
  type        = set(string)
}

variable "monthly_limit_usd" {
  description = "What a month may cost."
  type        = number
}

variable "bedrock_limit_usd" {
  description = "What models may cost in a month."
  type        = number
  default     = 50
}

variable "anomaly_monitor_arn" {
  description = "The account's monitor of what services cost, which tells of unusual costs (docs/deploy.md); absent: nobody is told."
  type        = string
  default     = null
}

variable "log_days" {
  description = "For how many days logs are kept."
  type        = number
  default     = 30
}

variable "keep" {
  description = "Whether what holds data is protected against being deleted."
  type        = bool
  default     = true
}
