variable "exporter" {
  description = "Where telemetry goes: cloud (SigNoz Cloud), self-hosted (a SigNoz of our own) or nowhere."
  type        = string

  validation {
    condition     = contains(["cloud", "self-hosted", "nowhere"], var.exporter)
    error_message = "Telemetry goes to cloud, self-hosted or nowhere."
  }
}

variable "endpoint" {
  description = "Host and port that take OTLP, as host:port."
  type        = string
  default     = null

  validation {
    condition     = var.exporter == "nowhere" || can(regex("^[A-Za-z0-9.-]+:[0-9]+$", var.endpoint))
    error_message = "An endpoint reads like ingest.eu.signoz.cloud:443."
  }
}

variable "ingestion_key_arn" {
  description = "The secret with the key of SigNoz Cloud."
  type        = string
  default     = null

  validation {
    condition     = var.exporter != "cloud" || var.ingestion_key_arn != null
    error_message = "SigNoz Cloud wants a key."
  }
}

variable "image" {
  description = "The OpenTelemetry collector, the distribution with all parts."
  type        = string
  default     = "otel/opentelemetry-collector-contrib:0.139.0"
}

variable "sizes" {
  description = "How large a collector is and how many there are."
  type        = object({ cpu = number, memory = number, least = number, most = number })
  default     = { cpu = 512, memory = 1024, least = 2, most = 6 }
}

variable "service" {
  description = "What every service is given, as the module catalogue puts it together."
  type = object({
    cluster            = object({ name = string, arn = string, namespace_arn = string })
    subnet_ids         = list(string)
    security_group_ids = list(string)
    key_arn            = string
    region             = string
    account            = string
    log_days           = number
    architecture       = string
    alarm_topic_arn    = string
  })
}

variable "environment" {
  description = "What all telemetry is marked with: the name of this environment."
  type        = string
}
