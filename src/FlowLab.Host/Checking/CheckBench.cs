using FlowLab.Data;
using FlowLab.Host.DataFiles;
using FlowLab.Host.Devices;
using FlowLab.Host.Plugins;
using FlowLab.Plugins;
using FlowLab.Testing.Bench;
using ILGPU.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace FlowLab.Host.Checking;

/// <summary>A device with everything that components may ask for.</summary>
internal sealed class CheckBench : IDisposable
{
    private readonly RunDevice _device;
    private readonly ComponentActivator _activator;

    /// <param name="catalog">The plugins.</param>
    /// <param name="name">The device's name.</param>
    /// <param name="threads">Threads on the CPU.</param>
    /// <param name="data">What <c>--data</c> says.</param>
    public CheckBench(PluginCatalog catalog, string name, int threads, string? data)
    {
        Name = name;
        _device = RunDevice.Open(name, threads);
        Laws = new LawBench(_device.Accelerator);
        _activator = catalog.CreateActivator(services => services
            .AddSingleton<Accelerator>(_device.Accelerator)
            .AddSingleton(Laws.Networks)
            .AddSingleton(_ => Laws.Products)
            .AddSingleton<IDataFolder>(_ => DataFolder.Locate(data))
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance));
    }

    /// <summary>The device's name.</summary>
    public string Name { get; }

    /// <summary>Where laws are tried.</summary>
    public LawBench Laws { get; }

    /// <summary>Builds a component.</summary>
    /// <exception cref="ComponentSettingsException">It refuses its settings or its shape.</exception>
    public T Create<T>(PluginComponent component, object? settings, params object[] passedAlong)
        where T : class
    {
        try
        {
            return _activator.Create<T>(component, settings, passedAlong);
        }
        catch (FlowLabException refusal) when (refusal.Number == PluginFaultNumbers.SettingsRefused)
        {
            throw new ComponentSettingsException(refusal.InnerException!.Message);
        }
        catch (FlowLabException failure) when (failure.Number == PluginFaultNumbers.ConstructorFailed && failure.InnerException is { } cause)
        {
            throw new InvalidOperationException($"the constructor failed with {cause.GetType().Name}: {cause.Message}", cause);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _activator.Dispose();
        Laws.Dispose();
        _device.Dispose();
    }
}
