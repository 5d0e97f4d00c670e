using System.CommandLine;

namespace FlowLab.Host.Commands;

/// <summary><c>flowlab completion</c>: a script that lets a shell complete commands and options by asking the program what may come next.</summary>
internal static class CompletionCommand
{
    private const string Bash =
        """
        _flowlab() {
            local rest="${COMP_LINE#* }"
            local at=$((COMP_POINT - ${#COMP_LINE} + ${#rest}))
            mapfile -t COMPREPLY < <(compgen -W "$(flowlab "[suggest:$at]" "$rest" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}")
        }
        complete -o default -F _flowlab flowlab
        """;

    private const string Zsh =
        """
        _flowlab() {
            local rest="${BUFFER#* }"
            local at=$((CURSOR - ${#BUFFER} + ${#rest}))
            local -a found
            found=("${(@f)$(flowlab "[suggest:$at]" "$rest" 2>/dev/null)}")
            compadd -a found
            _files
        }
        compdef _flowlab flowlab
        """;

    private const string Pwsh =
        """
        Register-ArgumentCompleter -Native -CommandName flowlab -ScriptBlock {
            param($word, $line, $position)
            $text = $line.ToString()
            $rest = $text -replace '^\S+\s?', ''
            $at = [Math]::Max(0, [Math]::Min($position - $text.Length + $rest.Length, $rest.Length))
            flowlab "[suggest:$at]" "$rest" | Where-Object { $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }
        """;

    private static readonly Dictionary<string, string> Scripts = new() { ["bash"] = Bash, ["zsh"] = Zsh, ["pwsh"] = Pwsh };

    /// <summary>The command for the root.</summary>
    public static Command Create()
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh or pwsh." };
        shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        var command = new Command("completion", "Write a script that makes a shell complete flowlab's commands and options.") { shell };
        command.SetAction(parsed => Execute(parsed.GetValue(shell)!, parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Execute(string shell, TextWriter output)
    {
        output.WriteLine(Scripts[shell].ReplaceLineEndings("\n"));
        return ExitCodes.Success;
    }
}
