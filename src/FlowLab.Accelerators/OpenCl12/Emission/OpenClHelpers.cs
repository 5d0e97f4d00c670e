namespace FlowLab.Accelerators.OpenCl12;

/// <summary>The functions and types that a kernel needs in front of it, each once, in the order of their first use.</summary>
internal sealed class OpenClHelpers
{
    private readonly List<string> _texts = [];
    private readonly HashSet<string> _names = [];

    /// <summary>Adds a helper that has this name unless it is there already; gives the name.</summary>
    internal string Use(string name, Func<string> text)
    {
        if (!_names.Contains(name))
        {
            // Its text may need other helpers, which come first then.
            var own = text();
            _names.Add(name);
            _texts.Add(own);
        }

        return name;
    }

    /// <summary>A helper whose text is in <see cref="OpenClHelperTexts"/>.</summary>
    internal string Use(string name) => Use(name, () => OpenClHelperTexts.Of(name));

    public override string ToString() => string.Concat(_texts.Select(text => text.ReplaceLineEndings("\n") + "\n\n"));
}
