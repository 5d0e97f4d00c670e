using System.Text.RegularExpressions;
using FlowLab.Host.Manifests;
using FlowLab.Host.Plugins;
using FlowLab.Host.Results;
using FlowLab.Ui.Views;

namespace FlowLab.Host.Viewing;

/// <summary>The manifests of a folder.</summary>
internal sealed partial class ManifestShelf : IManifestShelf
{
    private const string Extension = ".json";
    private const string SchemaExtension = ".schema.json";

    private readonly string _folder;
    private readonly PluginCatalog _catalog;
    private readonly Lock _turn = new();

    /// <param name="folder">The folder.</param>
    /// <param name="catalog">The plugins at hand.</param>
    public ManifestShelf(string folder, PluginCatalog catalog)
    {
        (_folder, _catalog) = (folder, catalog);
        Schema = ManifestSchema.Write(catalog);
    }

    /// <inheritdoc/>
    public string Schema { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> List() => !Directory.Exists(_folder) ? [] : [.. Directory.EnumerateFiles(_folder, "*" + Extension)
        .Select(file => Path.GetFileName(file)).Where(name => !name.EndsWith(SchemaExtension, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public string Read(string name) => Refusals.Translate(() => File.ReadAllText(FileOf(name)));

    /// <inheritdoc/>
    public void Save(string name, string text) => Refusals.Translate(() =>
    {
        if (!FileName().IsMatch(name) || name.EndsWith(SchemaExtension, StringComparison.OrdinalIgnoreCase))
            throw ViewErrors.NoFileName(name);
        Directory.CreateDirectory(_folder);
        AtomicFile.Write(Path.Combine(_folder, name), text);
        return name;
    });

    /// <inheritdoc/>
    public ManifestCheck Check(string text, string preset)
    {
        string folder = Directory.CreateTempSubdirectory("flowlab-").FullName, file = Path.Combine(folder, "manifest.json");
        try
        {
            File.WriteAllText(file, text);
            lock (_turn)
                return Check(ManifestLoader.Load(file, ManifestOverrides.None with { Preset = preset.Length == 0 ? null : preset }, _catalog));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The file of a manifest.</summary>
    /// <exception cref="FlowLabException">FLU015: there is none.</exception>
    public string FileOf(string name) => List().Contains(name) ? Path.Combine(_folder, name) : throw ViewErrors.NoManifest(name, _folder);

    private static ManifestCheck Check(ManifestResult result) => result.Plan is { } plan
        ? new ManifestCheck(FormattableString.Invariant($"{plan.Name}: {plan.Size}{(plan.Preset is { } used ? $", preset {used}" : "")}, no faults"), [])
        : new ManifestCheck("", [.. result.Faults.Select(fault => fault.ToString())]);

    [GeneratedRegex(@"^[A-Za-z0-9_-][A-Za-z0-9._-]{0,90}\.json\z")]
    private static partial Regex FileName();
}
