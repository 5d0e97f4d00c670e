using System.Diagnostics;
using System.Runtime.Versioning;
using FlowLab.Host.Tests.Runs;

namespace FlowLab.Host.Tests.Commands;

/// <summary>What <c>flowlab completion</c> writes, in the shells that it is for; a shell that is not here is skipped.</summary>
[UnsupportedOSPlatform("windows")]
[Platform(Exclude = "Win", Reason = "the program is put on PATH as a shell script")]
public sealed class ShellCompletionTests
{
    private const int PatienceInMilliseconds = 120_000;

    private const string Bash =
        """
        eval "$(flowlab completion bash)"
        COMP_LINE='flowlab run --pres'; COMP_POINT=${#COMP_LINE}; COMP_WORDS=(flowlab run --pres); COMP_CWORD=2
        _flowlab
        echo "<flowlab run ${COMPREPLY[*]}>"
        """;

    /// <summary>A real terminal: the words are typed, then the tabulator, then a key that shows the line.</summary>
    private const string Zsh =
        """
        zmodload zsh/zpty
        zpty z zsh -f -i
        zpty -w z 'autoload -Uz compinit; compinit -u -D; eval "$(flowlab completion zsh)"; shown() { zle -M "<$BUFFER>" }; zle -N shown; bindkey "^X" shown; echo rea""dy'
        zpty -r z out '*ready*'
        zpty -w -n z $'flowlab run --pres\t\x18'
        zpty -r z out '*<flowlab*>*'
        print -r -- "$out"
        """;

    private const string Pwsh =
        """
        flowlab completion pwsh | Out-String | Invoke-Expression
        "<flowlab run $((TabExpansion2 -inputScript 'flowlab run --pres' -cursorColumn 18).CompletionMatches.CompletionText)>"
        """;

    [TestCase("bash", "--norc", "-c", Bash)]
    [TestCase("zsh", "-f", "-c", Zsh)]
    [TestCase("pwsh", "-NoProfile", "-Command", Pwsh)]
    public void An_option_is_completed(string shell, params string[] arguments)
    {
        if (!IsInstalled(shell))
            Assert.Ignore($"no {shell} on PATH");
        using var folder = new TemporaryFolder();
        string program = folder.In("flowlab");
        File.WriteAllText(program, $"#!/bin/sh\nexec dotnet \"{Path.Combine(TestFolders.Host, "flowlab.dll")}\" \"$@\"\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var start = new ProcessStartInfo(shell, arguments) { RedirectStandardOutput = true, RedirectStandardInput = true };
        start.Environment["PATH"] = $"{folder.Path}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}";
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(PatienceInMilliseconds))
            process.Kill(entireProcessTree: true);
        Assert.That(output.Result, Does.Match("<flowlab run --preset ?>"));
    }

    private static bool IsInstalled(string shell) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, shell)));
}
