using System.Text;

namespace FlowLab.Host.Errors;

/// <summary>All numbered errors, and the page that explains them.</summary>
internal static class ErrorCatalog
{
    private const string Introduction =
        """
        # Numbered errors

        Every refusal has a number. A message says what is wrong, where, what was expected, what was found, and the nearest right name if one is near.
        All faults of a manifest are shown at once, before anything runs, and the exit code is 2.

        A fault's place is a JSON path: `$.flow[0].length` is `length` of the first segment of `flow`. If a sweep or `--set` put the value there,
        `(from ...)` says which.
        """;

    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<ErrorRoom> Rooms { get; } =
    [
        ManifestsErrorTexts.Room, AuditErrorTexts.Room, PluginsErrorTexts.Room, DataFilesErrorTexts.Room, RunsErrorTexts.Room, EngineErrorTexts.Room, KernelsErrorTexts.Room,
        GeneratorErrorTexts.Room, ExpressionErrorTexts.Room, ViewErrorTexts.Room,
    ];

    /// <summary>All descriptors.</summary>
    public static IEnumerable<ErrorDescriptor> Errors => Rooms.SelectMany(room => room.Errors);

    /// <summary>What a number means; null if there is no such number.</summary>
    public static ErrorDescriptor? Find(string number) => Errors.FirstOrDefault(error => error.IsAbout(number.Trim().ToUpperInvariant()));

    /// <summary>The text of <c>docs/errors.md</c>.</summary>
    public static string Page()
    {
        StringBuilder page = new(Introduction);
        foreach (ErrorRoom room in Rooms)
        {
            Append(page, $"## {room.Title}");
            Append(page, room.About);
            foreach (ErrorDescriptor error in room.Errors)
                Append(page, Section(error));
        }
        return page.Append('\n').ToString();
    }

    /// <summary>The section of an error.</summary>
    public static string Section(ErrorDescriptor error)
    {
        StringBuilder section = new($"### {error.Number} {error.Title}");
        Append(section, error.Example.Length == 0 ? "" : $"```\n{error.Example}\n```");
        Append(section, error.Explanation);
        Append(section, $"**What to do.** {error.Remedy}");
        return section.ToString();
    }

    private static void Append(StringBuilder text, string paragraph)
    {
        if (paragraph.Length > 0)
            text.Append("\n\n").Append(paragraph);
    }
}
