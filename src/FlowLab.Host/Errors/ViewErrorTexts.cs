namespace FlowLab.Host.Errors;

/// <summary>What FLU numbers mean.</summary>
internal static class ViewErrorTexts
{
    public static ErrorRoom Room { get; } = new("FLU: the page", "Refusals of `flowlab ui`, see [the page](ui.md).",
    [
        new("FLU001", "The folder does not exist",
            "FLU001 there is no folder 'rnus' to look for runs in. Give one that exists; without it, runs are looked for below runs/, where flowlab run writes them.",
            "Check the spelling and the folder you are in."),
        new("FLU002", "The port is taken",
            "FLU002 port 8080 is taken or may not be used (Failed to bind to address http://127.0.0.1:8080: address already in use). Give another with --port, or none to take one that is free.",
            "Another program, or another page, listens there. Without `--port` a free one is taken."),
        new("FLU003", "ASP.NET Core is missing",
            "FLU003 the page needs the ASP.NET Core runtime, which '/usr/lib/dotnet' does not have. Install it (it is part of the .NET SDK; alone it is called aspnetcore-runtime-10.0); all other commands do without it.",
            "Install the ASP.NET Core runtime of .NET 10, or the SDK."),
        new("FLU010", "No such run",
            "FLU010 there is no run 'figure3-20260504' below the folder of the page. It may have been moved or deleted; the list of runs shows what there is.",
            "Go back to the list. Folders outside of the one that `flowlab ui` was given are never shown."),
        new("FLU011", "No such picture",
            "FLU011 the run 'figure3' has no picture 12 of this kind. It may have been measured again; open the run's page again.",
            "Load the page of the run again."),
        new("FLU012", "No report yet",
            "FLU012 the run 'figure3' has no report yet: it is written when training ends. Write one of what there is with: flowlab report",
            "Wait, or write a report of what there is with `flowlab report DIR`."),
        new("FLU013", "Another process works on the run",
            "FLU013 this page has not started the process that works on 'figure3', so that it cannot stop it. Stop it where it was started.",
            "Press Ctrl-C in the terminal where the run was started; the page can go on with it then."),
        new("FLU014", "A process works on the run already",
            "FLU014 a process works on 'figure3' already. Wait until it has ended, or stop it.",
            "A run that was asked to stop finishes its step first, which takes a moment."),
        new("FLU015", "No such manifest",
            "FLU015 there is no manifest 'frist.json' in '/home/me/manifests'. Choose one of the list, or save it first.",
            "The folder is the one of `--manifests`; only files of that folder are shown."),
        new("FLU016", "Not the name of a manifest",
            "FLU016 '../first.json' cannot be the name of a manifest; expected letters, digits, '-', '_' and '.', with .json at the end, such as first.json.",
            "Manifests are saved in the folder of the page, under plain names."),
    ]);
}
