using System.Reflection;
using System.Runtime.Loader;
using FlowLab.Plugins;
using Microsoft.Extensions.DependencyInjection;

namespace FlowLab.Host.Plugins;

/// <summary>Loads one DLL: metadata first, code only if its contract is understood and its dependencies are there.</summary>
/// <param name="faults">Where faults go.</param>
/// <param name="inMemory">Whether files are read and closed, so that a build can write them anew while plugins run.</param>
internal sealed class PluginLoader(ICollection<PluginFault> faults, bool inMemory = false)
{
    private const int MostMisfits = 3;

    private static readonly string HostVersion = typeof(PluginContract).Assembly.GetName().Version!.ToString(3);

    private static string Rebuild => $"rebuild the plugin against FlowLab.Abstractions {HostVersion}, or run it with the FlowLab that it was built for";

    /// <summary>The plugin in <paramref name="file"/>; null if it was left out.</summary>
    public LoadedPlugin? Load(string file)
    {
        try
        {
            return PluginMetadataReader.Read(file) is { } metadata
                ? Load(metadata)
                : Refuse(PluginFaultNumbers.NotAnAssembly, file, "this is not a .NET assembly; expected a plugin built for .NET, or remove the file");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Refuse(PluginFaultNumbers.LoadFailed, file, $"the file cannot be read: {failure.Message}");
        }
        catch (BadImageFormatException failure)
        {
            return Refuse(PluginFaultNumbers.LoadFailed, file, $"the file is damaged: {Printable.InOneLine(failure.Message)}; build the plugin anew");
        }
        catch (InvalidOperationException failure)
        {
            // The runtime's resolver of dependencies, about the description beside the DLL.
            return Refuse(PluginFaultNumbers.LoadFailed, file, $"its .deps.json cannot be understood: {Printable.InOneLine(failure.Message.Split('\n')[0])}; build the plugin anew");
        }
    }

    private LoadedPlugin? Load(PluginMetadata metadata)
    {
        string file = metadata.Origin.File;
        if (metadata.ContractVersion is not { } version)
            return Refuse(PluginFaultNumbers.NoPluginAttribute, file,
                "the assembly is not marked as a plugin; expected [assembly: FlowLabPlugin(PluginContract.Version)] in its source");
        if (version != PluginContract.Version)
            return Refuse(PluginFaultNumbers.WrongContractVersion, file,
                $"built against contract version {version} (FlowLab.Abstractions {metadata.AbstractionsVersion}), but this FlowLab understands version " +
                $"{PluginContract.Version} (FlowLab.Abstractions {HostVersion}); {Rebuild}");
        if (ContractUse.FindMisfits(file) is [_, ..] misfits)
            return Refuse(PluginFaultNumbers.ContractMembers, file, DescribeMisfits(version, metadata, misfits));
        if (new PluginDependencies(file).FindMissing(metadata.References) is { } missing)
            return RefuseMissing(file, missing);
        AssemblyLoadContext place = PluginIsolation.Create(file, inMemory);
        LoadedPlugin? plugin = LoadInto(place, metadata);
        if (plugin is null)
            place.Unload();
        return plugin;
    }

    private LoadedPlugin? LoadInto(AssemblyLoadContext place, PluginMetadata metadata)
    {
        string file = metadata.Origin.File;
        try
        {
            return Read(place, PluginIsolation.LoadMain(place, file, inMemory), metadata.Origin);
        }
        catch (ReflectionTypeLoadException failure)
        {
            return RefuseMissing(file, MissingNames(failure));
        }
        catch (FileNotFoundException failure)
        {
            return RefuseMissing(file, failure.FileName ?? failure.Message);
        }
        catch (Exception failure) when (failure is BadImageFormatException or FileLoadException or TypeLoadException)
        {
            return Refuse(PluginFaultNumbers.LoadFailed, file, $"the runtime refuses to load it: {failure.Message}");
        }
    }

    private LoadedPlugin? Read(AssemblyLoadContext place, Assembly assembly, PluginOrigin origin)
    {
        Type[] types = assembly.GetTypes();
        if (ConfigureServices(types, origin.File) is not { } services)
            return null;
        IReadOnlyList<PluginComponent> components = new ComponentReader(origin, faults).Read(types);
        if (components.Count == 0 && !types.Any(ComponentReader.IsMarked))
            faults.Add(new PluginFault(PluginFaultNumbers.NoComponents, origin.File,
                "the plugin has no components; expected at least one class with [Flow], [Energy], [Dataset], [Optimizer], [Schedule] or [DataFiles]"));
        return new LoadedPlugin(place, assembly, services, components);
    }

    private ServiceCollection? ConfigureServices(Type[] types, string file)
    {
        var services = new ServiceCollection();
        Type[] entryPoints = [.. types.Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IPlugin)))];
        if (entryPoints.Length == 0)
            return services;
        if (entryPoints.Length > 1)
            return RefuseEntryPoint(file, $"expected at most one entry point, found {string.Join(", ", entryPoints.Select(type => type.FullName))}");
        return Run(entryPoints[0], services, file);
    }

    private ServiceCollection? Run(Type entryPoint, ServiceCollection services, string file)
    {
        if (entryPoint.GetConstructor(Type.EmptyTypes) is null)
            return RefuseEntryPoint(file, $"the entry point {entryPoint.FullName} has no public parameterless constructor");
        try
        {
            ((IPlugin)Activator.CreateInstance(entryPoint)!).ConfigureServices(services);
            return services;
        }
#pragma warning disable CA1031 // Whatever a plugin throws is that plugin's fault and must not stop the others.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Exception cause = failure is TargetInvocationException { InnerException: { } inner } ? inner : failure;
            return RefuseEntryPoint(file, $"the entry point {entryPoint.FullName} failed with {cause.GetType().Name}: {cause.Message}");
        }
    }

    /// <summary>Two builds of the contract that have the same number, but not the same members.</summary>
    private static string DescribeMisfits(int version, PluginMetadata metadata, IReadOnlyList<string> misfits)
    {
        string more = misfits.Count > MostMisfits ? $"; and {misfits.Count - MostMisfits} more" : "";
        return $"built against FlowLab.Abstractions {metadata.AbstractionsVersion}, whose contract version {version} is that of this FlowLab (FlowLab.Abstractions {HostVersion}), " +
            $"but not member by member: {string.Join("; ", misfits.Take(MostMisfits))}{more}; {Rebuild}";
    }

    private ServiceCollection? RefuseEntryPoint(string file, string message)
    {
        Refuse(PluginFaultNumbers.EntryPointFailed, file, message);
        return null;
    }

    private LoadedPlugin? RefuseMissing(string file, string missing) =>
        Refuse(PluginFaultNumbers.MissingDependency, file,
            $"it needs {missing}, which is neither part of .NET, nor a contract of FlowLab, nor in the plugin's folder; build the plugin with " +
            "<EnableDynamicLoading>true</EnableDynamicLoading> and copy its whole output folder");

    private LoadedPlugin? Refuse(string number, string file, string message)
    {
        faults.Add(new PluginFault(number, file, message));
        return null;
    }

    private static string MissingNames(ReflectionTypeLoadException failure) =>
        string.Join("; ", failure.LoaderExceptions.OfType<Exception>().Select(inner => (inner as FileNotFoundException)?.FileName ?? inner.Message).Distinct());
}
