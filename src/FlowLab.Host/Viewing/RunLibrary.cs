using FlowLab.Host.Results;
using FlowLab.Ui.Views;

namespace FlowLab.Host.Viewing;

/// <summary>The runs below a folder, for the page.</summary>
internal sealed class RunLibrary : IRunLibrary
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);

    private readonly RunFinder _finder;
    private readonly RunSummaries _summaries;
    private readonly Lock _turn = new();
    private IReadOnlyList<RunSummary> _listed = [];
    private long _listedAt;

    /// <param name="finder">Where runs are.</param>
    public RunLibrary(RunFinder finder) => (_finder, _summaries) = (finder, new RunSummaries(finder));

    /// <inheritdoc/>
    public string Folder => _finder.Root;

    /// <summary>All runs; several pages that ask within a second get the same list.</summary>
    public IReadOnlyList<RunSummary> List()
    {
        lock (_turn)
        {
            if (_listedAt == 0 || TimeProvider.System.GetElapsedTime(_listedAt) > Freshness)
            {
                _listed = [.. _finder.Find().AsParallel().Select(_summaries.Of).OrderByDescending(run => run.Changed).ThenBy(run => run.Key, StringComparer.Ordinal)];
                _listedAt = TimeProvider.System.GetTimestamp();
            }
            return _listed;
        }
    }

    /// <inheritdoc/>
    public IRunWatch Watch(string key) => Refusals.Translate(() => new RunWatch(key, _finder.Open(key), _summaries));

    /// <inheritdoc/>
    public byte[] Picture(string key, PictureKind kind, long id) => Refusals.Translate(() =>
    {
        using RunStore store = RunStore.OpenToWatch(_finder.Open(key));
        return kind switch
        {
            PictureKind.Density when store.ReadDensity(id) is { } density => PagePictures.Draw(density),
            PictureKind.Sheet when store.ReadSheet(id) is { } sheet => PagePictures.Draw(sheet),
            _ => throw ViewErrors.NoPicture(key, id),
        };
    });

    /// <inheritdoc/>
    public string Report(string key) => Refusals.Translate(() =>
    {
        string report = _finder.Open(key).Report;
        return File.Exists(report) ? report : throw ViewErrors.NoReport(key);
    });
}
