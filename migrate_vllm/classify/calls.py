"""What a call does with a string that it is given, by the end of the call's dotted name. Pure."""

from __future__ import annotations

import re

# Lower case. The first row that matches decides.
_CALLS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (meaning, re.compile(pattern))
    for meaning, pattern in (
        ("mock", r"(^|\.)(patch|patch\.object|patch\.dict|setattr|delattr|mock|domock|unmock|dontmock|importactual|requireactual|stub)$"),
        ("set-env", r"(^|\.)(setenv|delenv|stubenv|putenv|setdefault|set_var|remove_var|unsetenv|environ\.update|(environ|env)\[\]=)$"),
        ("env", r"(^|\.)(getenv|environ\[\]|environ\.(get|pop)|env\.get|env\[\]|process\.env\[\]|env\{\}|os\.getenv|lookupenv|env\.(str|int|bool|url|list|float|json|path)"
                r"|env\.var|var|var_os|env!|option_env|getenvironmentvariable|decouple\.config|get_env|env_var|getenvordefault|getenvwithdefault|getenvdefault"
                r"|bindenv|env\.fetch|fetchenv|envvar|read_env|env_or_default)$"),
        ("field", r"(^|\.)(config|env|field|settings_field|validationalias|aliaschoices|viper\.\w+|settingsconfigdict)$"),
        ("load", r"(^|\.)(require|require\.resolve|import|import_module|importlib\.import_module|__import__|find_spec|importlib\.util\.find_spec|importlib\.reload"
                 r"|pytest\.importorskip|importorskip|(metadata|importlib_metadata)\.(version|distribution)|defineasynccomponent|lazy|is_installed|find_distribution)$|^version$"),
        ("run", r"(^|\.)(subprocess\.\w+|check_output|check_call|popen|os\.system|system|exec|execsync|execfile|execfilesync|spawn|spawnsync|execa"
                r"|create_subprocess_exec|create_subprocess_shell|which|shutil\.which|exec\.command|processbuilder|command::new|command|shell_exec|runcommand|run_command|sh)$"),
        ("compare", r"(^|\.)(includes|startswith|endswith|indexof|match|matchall|replace|replaceall|split|contains|search|hasprefix|removeprefix|trimprefix)$"),
        ("route", r"(^|\.)(app|router|routes?|bp|blueprint|api|server|fastify|hono|r|mux|group)\.(get|post|put|delete|patch|head|options|route|use|all|api_route"
                  r"|websocket|include_router|mount|handlefunc|handle)$|(^|\.)(re_path|apirouter|blueprint|requestmapping|getmapping|postmapping|controller)$"
                  r"|^(path|route)$|(?<!page)(?<!context)\.route$"),
        ("ui", r"(^|\.)(toast|toaster|message|elmessage|messagebox|notification|elnotification|snackbar|st)\.\w+$"),
        ("raise", r"(^|\.)(raise|\w*error|\w*exception|httpexception|reject|fail|panic|bail|anyhow|createerror|errors\.new|fmt\.errorf|errorf|abort|die|pytest\.skip|skip)!?$"),
        ("log", r"(^|\.)(log|logger|logging|console|log\w*|_log\w*|slog|winston|tracing)\.\w+$|(^|\.)(print|println|printf|fprintf|eprintln|sprintf|echo|secho|warn|warning"
                r"|info|debug|error|critical|exception|success|fatal|log|logf|fatalf|puts|write|write_line|writeline|rprint|pprint|print_\w+|log_\w+|cprint|panel|panel\.fit"
                r"|console\.print|add_row|println!|info!|warn!|error!|debug!|format)!?$"),
        ("title", r"^(describe|it|test|suite|specify)(\.(only|skip|each|describe|todo))?$|(^|\.)(mark\.skipif|skipif|mark\.\w+)$"),
        ("ui", r"(^|\.)(add_argument|argumentparser|option|argument|help|toast|alert|confirm|prompt|notify|notification|message|elmessage|enqueuesnackbar"
               r"|sidebar\.\w+|gr\.\w+|markdown|setlabel|settext|title|label|usage|t|\$t|i18n\.t|setdescription|set\w*title|addoption|description|summary"
               r"|typer\.\w+|click\.\w+|new setting)$"),
    )
)  # fmt: skip


def meaning_of(callee: str) -> str:
    """`env`, `field`, `log`, `raise`, `mock`, `run`, `load`, `compare`, `route`, `title`, `ui`, `set-env`; else empty."""
    name = callee.removeprefix("new ").lower()
    return next((meaning for meaning, pattern in _CALLS if pattern.search(name)), "") if name else ""
