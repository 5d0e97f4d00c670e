using FlowLab.Data;
using FlowLab.Host.Manifests;
using FlowLab.Host.Plugins;
using FlowLab.Plugins;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace FlowLab.Host.DataFiles;

/// <summary>All data files that plugins describe. A description that cannot be used is a fault and does not stop the others.</summary>
public sealed class KnownFiles
{
    private readonly List<KnownFile> _files = [];
    private readonly List<string> _faults = [];

    private KnownFiles()
    {
    }

    /// <summary>The files, by set and in the order that the plugin gives.</summary>
    public IReadOnlyList<KnownFile> Files => _files;

    /// <summary>Numbered messages about what was left out.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Asks every component of the kind.</summary>
    public static KnownFiles Read(PluginCatalog catalog)
    {
        var known = new KnownFiles();
        using ComponentActivator activator = catalog.CreateActivator(services => services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance));
        foreach (PluginComponent component in catalog.Components.Where(component => component.Kind == ComponentKinds.DataFiles))
            known.Add(component, activator);
        return known;
    }

    /// <summary>The files that the names stand for: of a set, or one by itself.</summary>
    /// <exception cref="FlowLabDataException">A name is unknown.</exception>
    public IReadOnlyList<KnownFile> Select(IEnumerable<string> names) => [.. names.SelectMany(Select).Distinct()];

    private IEnumerable<KnownFile> Select(string name)
    {
        KnownFile[] chosen = [.. _files.Where(file => file.Set == name || file.File.Name == name || $"{file.File.Name}.gz" == name)];
        if (chosen.Length > 0)
            return chosen;
        string[] names = [.. _files.Select(file => file.Set).Distinct(), .. _files.Select(file => file.File.Name)];
        throw DataErrors.UnknownName(name, NearestName.Find(name, names), names);
    }

    private void Add(PluginComponent component, ComponentActivator activator)
    {
        try
        {
            foreach (DataFile file in activator.Create<IDataFiles>(component, settings: null).Files)
                Add(component.Name, file);
        }
        catch (FlowLabException failure)
        {
            _faults.Add(failure.Message);
        }
    }

    private void Add(string set, DataFile file)
    {
        KnownFile? same = _files.Find(known => known.File.Name == file.Name);
        string why = same is not null && !same.File.Contents.SequenceEqual(file.Contents)
            ? $"data files \"{same.Set}\" describe a file of this name with another content"
            : DescriptionCheck.Fault(file);
        if (why.Length > 0)
            _faults.Add(DataErrors.UnusableDescription(set, file.Name, why).Message);
        else
            _files.Add(new KnownFile(set, file));
    }
}
