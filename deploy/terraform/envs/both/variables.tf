variable "region" {
  description = "The Region."
  type        = string
  default     = "eu-central-1"
}

variable "owner" {
  description = "Who answers for this environment; a required tag."
  type        = string
}

variable "cost_centre" {
  description = "Who pays; a required tag."
  type        = string
}

variable "domain" {
  description = "The domain all names are in."
  type        = string
}

variable "zone_id" {
  description = "Its zone in Route 53."
  type        = string
}

variable "login_domain" {
  description = "The first label of the sign-in page's address; nobody else in the Region may have it."
  type        = string
}

variable "people_cidrs" {
  description = "Private networks that reviewers come from (VPN, peering); empty for no portal."
  type        = list(string)
  default     = []
}

variable "operator_scopes" {
  description = "What the operators' program may do."
  type        = set(string)
  default     = ["catalogue.sync", "catalogue.index", "catalogue.snapshot", "catalogue.restore", "catalogue.enrich", "schedules.plan", "operations"]
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

variable "emails" {
  description = "Who reads alarms."
  type        = set(string)
}

variable "anomaly_monitor_arn" {
  description = "The account's monitor of what services cost, which tells of unusual costs (docs/deploy.md); absent: nobody is told."
  type        = string
  default     = null
}

variable "providers_asked" {
  description = "Providers by name with the address of their API; docs/sources.md tells on which terms."
  type        = map(object({ base_url = string, client = optional(string), client_version = optional(number) }))
  default     = {}
}

variable "filled_secrets" {
  description = "Which secrets have been given a value; that of Qdrant always has."
  type        = set(string)
  default     = []
}

variable "models" {
  description = "The models of Bedrock that search may ask, by the Region that has them; their Region need not be ours."
  type        = map(set(string))
  default     = {}
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

variable "offline" {
  description = "Whether only a plan is wanted, without an account; for checks."
  type        = bool
  default     = false
}
