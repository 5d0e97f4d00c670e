using System.Reflection;
using FlowLab.Data;
using FlowLab.Plugins;
using Microsoft.Extensions.DependencyInjection;

namespace FlowLab.Host.Plugins;

/// <summary>Builds components. Each plugin has its own container, which holds the host's services and the plugin's private ones.</summary>
public sealed class ComponentActivator : IDisposable
{
    private readonly Dictionary<Assembly, IServiceCollection> _pluginServices;
    private readonly Action<IServiceCollection> _hostServices;
    private readonly Dictionary<Assembly, ServiceProvider> _containers = [];

    internal ComponentActivator(Dictionary<Assembly, IServiceCollection> pluginServices, Action<IServiceCollection> hostServices)
    {
        _pluginServices = pluginServices;
        _hostServices = hostServices;
    }

    /// <summary>A new instance of a component.</summary>
    /// <param name="component">The component.</param>
    /// <param name="settings">Its settings, bound; null if it takes none.</param>
    /// <param name="passedAlong">What its kind passes along, such as the shape of a flow.</param>
    /// <exception cref="FlowLabException">Its constructor asks for something that nobody provides, or throws.</exception>
    public T Create<T>(PluginComponent component, object? settings, params object[] passedAlong)
        where T : class
    {
        object[] arguments = settings is null ? passedAlong : [settings, .. passedAlong];
        ServiceProvider container = GetContainer(component.ImplementationType.Assembly);
        CheckParameters(component, container, arguments);
        ConstructorInfo constructor = component.ImplementationType.GetConstructors().Single();
        object[] used = [.. arguments.Where(argument => constructor.GetParameters().Any(parameter => parameter.ParameterType.IsInstanceOfType(argument)))];
        try
        {
            return (T)ActivatorUtilities.CreateInstance(container, component.ImplementationType, used);
        }
        catch (FlowLabDataException refusal)
        {
            throw new FlowLabException(refusal.Number, refusal.Reason, refusal);
        }
        catch (ComponentSettingsException refusal)
        {
            throw new FlowLabException(PluginFaultNumbers.SettingsRefused, $"{component.Kind} \"{component.Name}\" of {component.Plugin.Name} {component.Plugin.Version}: {refusal.Message}", refusal);
        }
#pragma warning disable CA1031 // Whatever a constructor throws becomes a numbered error that names the plugin.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            throw new FlowLabException(PluginFaultNumbers.ConstructorFailed,
                $"{Describe(component)}: its constructor failed with {failure.GetType().Name}: {failure.Message}", failure);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (ServiceProvider container in _containers.Values)
            container.Dispose();
        _containers.Clear();
    }

    private ServiceProvider GetContainer(Assembly plugin)
    {
        if (!_containers.TryGetValue(plugin, out ServiceProvider? container))
            _containers.Add(plugin, container = BuildContainer(_pluginServices[plugin]));
        return container;
    }

    private ServiceProvider BuildContainer(IServiceCollection pluginServices)
    {
        var services = new ServiceCollection();
        _hostServices(services);
        foreach (ServiceDescriptor service in pluginServices)
            ((IServiceCollection)services).Add(service);
        return services.BuildServiceProvider();
    }

    private static void CheckParameters(PluginComponent component, ServiceProvider container, object[] arguments)
    {
        var services = container.GetRequiredService<IServiceProviderIsService>();
        foreach (ParameterInfo parameter in component.ImplementationType.GetConstructors().Single().GetParameters())
        {
            bool isThere = arguments.Any(parameter.ParameterType.IsInstanceOfType) || services.IsService(parameter.ParameterType) || parameter.HasDefaultValue;
            if (!isThere)
                throw new FlowLabException(PluginFaultNumbers.ServiceMissing,
                    $"{Describe(component)}: its constructor asks for {parameter.ParameterType.FullName} {parameter.Name}, which neither the host nor the plugin provides");
        }
    }

    private static string Describe(PluginComponent component) =>
        $"{component.Plugin.Name} {component.Plugin.Version} ({component.Plugin.File}), {component.Kind} \"{component.Name}\"";
}
