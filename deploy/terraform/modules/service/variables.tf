variable "name" {
  description = "What the service is called."
  type        = string
}

variable "cluster" {
  description = "The cluster: name, ARN and namespace."
  type        = object({ name = string, arn = string, namespace_arn = string })
}

variable "image" {
  description = "The image, with its tag or digest."
  type        = string

  validation {
    condition     = can(regex("(:[A-Za-z0-9_.-]+|@sha256:[0-9a-f]{64})$", var.image)) && !endswith(var.image, ":latest")
    error_message = "An image is named with a tag other than latest, or with its digest: otherwise nobody knows what runs."
  }
}

variable "repository_arn" {
  description = "The repository it is pulled from; absent for one of the public."
  type        = string
  default     = null
}

variable "cpu" {
  description = "Thousand and twenty-fourths of a processor."
  type        = number
}

variable "memory" {
  description = "MiB."
  type        = number

  validation {
    condition = anytrue([
      var.cpu == 256 && contains([512, 1024, 2048], var.memory),
      var.cpu == 512 && var.memory >= 1024 && var.memory <= 4096 && var.memory % 1024 == 0,
      var.cpu == 1024 && var.memory >= 2048 && var.memory <= 8192 && var.memory % 1024 == 0,
      var.cpu == 2048 && var.memory >= 4096 && var.memory <= 16384 && var.memory % 1024 == 0,
      var.cpu == 4096 && var.memory >= 8192 && var.memory <= 30720 && var.memory % 1024 == 0,
      var.cpu == 8192 && var.memory >= 16384 && var.memory <= 61440 && var.memory % 4096 == 0,
    ])
    error_message = "Fargate does not have this pair of CPU and memory."
  }
}

variable "port" {
  description = "Where it listens."
  type        = number
}

variable "more_ports" {
  description = "Where else, by name."
  type        = map(number)
  default     = {}
}

variable "command" {
  description = "What the container runs instead of what its image says."
  type        = list(string)
  default     = null
}

variable "health_command" {
  description = "What ECS runs in the container to know whether it is well; null where the image has nothing for that."
  type        = list(string)
  default     = ["CMD", "/app/healthy"]
}

variable "environment" {
  description = "Settings."
  type        = map(string)
  default     = {}

  validation {
    condition     = alltrue([for name in keys(var.environment) : can(regex("^[A-Z][A-Z0-9_]*$", name))])
    error_message = "Names of settings have capitals, digits and underscores."
  }

  validation {
    condition     = alltrue([for name in keys(var.environment) : !can(regex("(PASSWORD|SECRET|TOKEN|API_KEY)$", name))])
    error_message = "What is secret belongs into secrets, not into environment."
  }
}

variable "secrets" {
  description = "Settings that are read from Secrets Manager: the ARN, with :key:: behind it for one part of a JSON document."
  type        = map(string)
  default     = {}
}

variable "key_arn" {
  description = "The key of secrets and logs."
  type        = string
}

variable "task_role_arn" {
  description = "What it may do."
  type        = string
}

variable "subnet_ids" {
  description = "Private subnets."
  type        = list(string)
}

variable "security_group_ids" {
  description = "Its groups."
  type        = list(string)
}

variable "work_area" {
  description = "A file system to mount: its id, access point and path."
  type        = object({ file_system_id = string, access_point_id = string, path = string })
  default     = null
}

variable "target_group_arns" {
  description = "Target groups of load balancers it answers for."
  type        = list(string)
  default     = []
}

variable "least" {
  description = "How many tasks there are at least."
  type        = number

  validation {
    condition     = var.least >= 0 && var.least <= var.most
    error_message = "There are at least 0 and at most `most` tasks."
  }
}

variable "most" {
  description = "How many tasks there are at most."
  type        = number
}

variable "queues" {
  description = "Queues whose depth brings tasks, with how many waiting messages a task is to have before there is another."
  type        = map(number)
  default     = {}

  validation {
    condition     = alltrue([for depth in values(var.queues) : depth >= 1])
    error_message = "A task has at least one message."
  }
}

variable "latency" {
  description = "A load balancer whose slow answers bring tasks: its target group and the load balancer, as metrics call them, and how many seconds nine of ten may take."
  type        = object({ load_balancer = string, target_group = string, seconds = number })
  default     = null
}

variable "cpu_percent" {
  description = "The CPU use that the number of tasks is to keep."
  type        = number
  default     = 65
}

variable "spot" {
  description = "Which share of tasks, 0 to 100, runs where AWS may take the machine back; for what survives that."
  type        = number
  default     = 0

  validation {
    condition     = var.spot >= 0 && var.spot <= 100
    error_message = "A share lies between 0 and 100."
  }
}

variable "log_days" {
  description = "For how many days logs are kept."
  type        = number
  default     = 30

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731], var.log_days)
    error_message = "CloudWatch keeps logs for certain numbers of days only, like 7, 14, 30, 60, 90 or 365."
  }
}

variable "region" {
  description = "The Region."
  type        = string
}

variable "account" {
  description = "The account's number."
  type        = string
}

variable "architecture" {
  description = "ARM64 or X86_64; that of the image."
  type        = string
  default     = "X86_64"

  validation {
    condition     = contains(["ARM64", "X86_64"], var.architecture)
    error_message = "Fargate knows ARM64 and X86_64."
  }
}

variable "alarm_topic_arn" {
  description = "Who is told."
  type        = string
}

variable "volume" {
  description = "A volume of its own for each task: size in GiB, where it is mounted, and the role that makes it."
  type        = object({ gib = number, path = string, role_arn = string })
  default     = null
}

variable "read_only" {
  description = "Whether the container's own files cannot be changed."
  type        = bool
  default     = true
}

variable "user" {
  description = "Whom it runs as."
  type        = string
  default     = "10001:10001"
}

variable "scratch" {
  description = "Whether it may write to /tmp."
  type        = bool
  default     = true
}
