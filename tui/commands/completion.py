"""The script that makes a shell complete legday's commands and options."""

import click
from click.shell_completion import get_completion_class


@click.command("completion")
@click.argument("shell", metavar="bash|zsh|fish", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion_command(ctx: click.Context, shell: str) -> None:
    """Print the script that completes commands, options and names in SHELL. One line in the file that it starts with:

    \b
    bash   ~/.bashrc                     eval "$(legday completion bash)"
    zsh    ~/.zshrc, below compinit      eval "$(legday completion zsh)"
    fish   ~/.config/fish/config.fish    legday completion fish | source
    """
    made = get_completion_class(shell)
    assert made is not None
    script = made(ctx.find_root().command, {}, "legday", "_LEGDAY_COMPLETE")
    click.echo(script.source_template % script.source_vars())
