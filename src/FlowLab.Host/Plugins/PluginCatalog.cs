using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace FlowLab.Host.Plugins;

/// <summary>All components that plugins offer. Disposing it unloads the plugins.</summary>
public sealed class PluginCatalog : IDisposable
{
    /// <summary>Longer than any plugin that ends takes to load.</summary>
    private static readonly TimeSpan UsualPatience = TimeSpan.FromMinutes(1);

    private readonly List<LoadedPlugin> _plugins;
    private readonly Dictionary<(string Kind, string Name), PluginComponent> _byName;

    private PluginCatalog(List<LoadedPlugin> plugins, Dictionary<(string, string), PluginComponent> byName, IReadOnlyList<PluginFault> faults)
    {
        _plugins = plugins;
        _byName = byName;
        Components = [.. byName.Values.OrderBy(KindOrder).ThenBy(component => component.Name, StringComparer.Ordinal)];
        Faults = faults;
    }

    /// <summary>The plugin folder beside the host.</summary>
    public static string DefaultFolder => Path.Combine(AppContext.BaseDirectory, "plugins");

    /// <summary>All components, by kind and name.</summary>
    public IReadOnlyList<PluginComponent> Components { get; }

    /// <summary>What was left out and why.</summary>
    public IReadOnlyList<PluginFault> Faults { get; }

    /// <summary>Where each plugin lives, to see whether it is gone.</summary>
    internal IReadOnlyList<WeakReference> Places => [.. _plugins.Select(plugin => new WeakReference(plugin.Place))];

    /// <summary>The main assemblies of the plugins that could be loaded.</summary>
    internal IReadOnlyList<Assembly> Assemblies => [.. _plugins.Select(plugin => plugin.Assembly)];

    /// <summary>Loads every plugin below <paramref name="folders"/>; a broken one is a fault and never stops the others.</summary>
    /// <param name="folders">Folders, or DLLs of plugins; of two components with one name, that of the first is taken.</param>
    /// <param name="inMemory">Whether files are read and closed, so that a build can write them anew while plugins run.</param>
    /// <param name="patience">What loading one of them may take, entry point included; null is a minute.</param>
    public static PluginCatalog Load(IEnumerable<string> folders, bool inMemory = false, TimeSpan? patience = null)
    {
        var faults = new List<PluginFault>();
        var plugins = new List<LoadedPlugin>();
        IEnumerable<string> files = folders.SelectMany(folder => PluginFolder.FindMainFiles(folder, faults).Order(StringComparer.Ordinal)).DistinctBy(Path.GetFullPath);
        foreach (string file in files)
            if (LoadInTime(file, inMemory, faults, patience ?? UsualPatience) is { } plugin)
                plugins.Add(plugin);
        return new PluginCatalog(plugins, IndexByName(plugins, faults), faults);
    }

    /// <summary>The component with exactly this kind and name, or null.</summary>
    public PluginComponent? Find(string kind, string name) => _byName.GetValueOrDefault((kind, name));

    /// <summary>Names of all components of a kind.</summary>
    public IReadOnlyList<string> NamesOf(string kind) =>
        [.. Components.Where(component => component.Kind == kind).Select(component => component.Name)];

    /// <summary>Builds components with the services that the host registers; one activator per device.</summary>
    /// <param name="hostServices">Registers what plugins may ask for: the accelerator, the network factory, the logger factory.</param>
    public ComponentActivator CreateActivator(Action<IServiceCollection> hostServices) =>
        new(_plugins.ToDictionary(plugin => plugin.Assembly, plugin => plugin.Services), hostServices);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (LoadedPlugin plugin in _plugins)
            plugin.Place.Unload();
        _plugins.Clear();
        _byName.Clear();
    }

    /// <summary>On a thread of its own: code of the plugin runs, which may never return. Then the thread is left behind.</summary>
    private static LoadedPlugin? LoadInTime(string file, bool inMemory, List<PluginFault> faults, TimeSpan patience)
    {
        List<PluginFault> own = [];
        Task<LoadedPlugin?> loading = Task.Factory.StartNew(
            () => new PluginLoader(own, inMemory).Load(file), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        if (Task.WaitAny([loading], patience) < 0)
        {
            faults.Add(new PluginFault(PluginFaultNumbers.NotLoadedInTime, file, FormattableString.Invariant(
                $"it has not finished loading for {patience.TotalSeconds:0.#} s; expected its entry point and its settings to be ready at once: look for a loop without end, or for waiting, in ConfigureServices, in static constructors and in the constructors of settings")));
            return null;
        }
        faults.AddRange(own);
        return loading.GetAwaiter().GetResult();
    }

    private static Dictionary<(string, string), PluginComponent> IndexByName(List<LoadedPlugin> plugins, List<PluginFault> faults)
    {
        var byName = new Dictionary<(string, string), PluginComponent>();
        foreach (PluginComponent component in plugins.SelectMany(plugin => plugin.Components))
            if (!byName.TryAdd((component.Kind, component.Name), component))
                faults.Add(DescribeDuplicate(component, byName[(component.Kind, component.Name)]));
        return byName;
    }

    private static PluginFault DescribeDuplicate(PluginComponent component, PluginComponent first) =>
        new(PluginFaultNumbers.DuplicateName, component.Plugin.File,
            $"{component.ImplementationType.FullName} offers {component.Kind} \"{component.Name}\", which {first.Plugin.File} already offers; the first " +
            "is used (folders as they are given, the installed one last), so rename one or remove one of the plugins");

    private static int KindOrder(PluginComponent component) =>
        ComponentContract.All.TakeWhile(contract => contract.Kind != component.Kind).Count();
}
