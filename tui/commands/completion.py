"""The script that makes a shell complete legday's commands and options."""

import click
from click.shell_completion import get_completion_class


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion_command(ctx: click.Context, shell: str) -> None:
    """Print the completion script of SHELL.

    \b
    bash   legday completion bash > ~/.local/share/bash-completion/completions/legday
    zsh    legday completion zsh > ~/.zfunc/_legday        (a folder on your fpath)
    fish   legday completion fish > ~/.config/fish/completions/legday.fish
    """
    made = get_completion_class(shell)
    assert made is not None
    script = made(ctx.find_root().command, {}, "legday", "_LEGDAY_COMPLETE")
    click.echo(script.source_template % script.source_vars())
