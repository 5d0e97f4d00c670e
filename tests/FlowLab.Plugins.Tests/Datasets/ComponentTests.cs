using System.Reflection;
using FlowLab.Data;
using FlowLab.Plugins.Datasets;
using FlowLab.Plugins.Datasets.Energies;
using FlowLab.Plugins.Datasets.Expressions;
using FlowLab.Plugins.Datasets.Points;
using FlowLab.Plugins.Datasets.UserFiles;
using FlowLab.Plugins.Optimizers;
using ILGPU.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace FlowLab.Plugins.Tests.Datasets;

/// <summary>What the host relies on, for every component of the two plugins.</summary>
[TestFixture]
public sealed class ComponentTests : IDisposable
{
    private static readonly Assembly[] Plugins = [typeof(U1).Assembly, typeof(RmsProp).Assembly];

    private readonly CpuLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Test]
    public void The_plugins_offer_these_names()
    {
        IEnumerable<string> names = Components().Select(type => type.GetCustomAttribute<ComponentAttribute>()!).Select(a => $"{a.Kind} {a.Name}");
        Assert.That(names, Is.EquivalentTo(new[]
        {
            "energy U1", "energy U2", "energy U3", "energy U4", "energy expression",
            "dataset two-moons", "dataset eight-gaussians", "dataset checkerboard", "dataset pinwheel",
            "dataset mnist", "dataset freyfaces", "dataset cifar10-patches", "dataset npy",
            "data-files mnist", "data-files cifar10", "data-files freyfaces",
            "optimizer sgd", "optimizer adagrad", "optimizer rmsprop", "optimizer adam",
            "schedule constant", "schedule cosine", "schedule step", "schedule exponential",
        }));
    }

    [Test]
    public void The_plugins_carry_the_contract_version() =>
        Assert.That(
            Plugins.Select(plugin => plugin.GetCustomAttribute<FlowLabPluginAttribute>()!.ContractVersion), Is.All.EqualTo(PluginContract.Version));

    [Test]
    public void The_datasets_of_a_run_share_their_tables()
    {
        var services = new ServiceCollection();
        new DatasetsPlugin().ConfigureServices(services);
        Assert.That(services.Select(service => (service.ServiceType, service.Lifetime)), Is.EqualTo(new[] { (typeof(PointTables), ServiceLifetime.Singleton) }));
    }

    [TestCaseSource(nameof(Components))]
    public void A_component_is_built_by_dependency_injection(Type component)
    {
        object[] arguments = [.. SettingsOf(component).Select(SettingsFor)];
        using var services = new HostServices(_lab.Accelerator);
        object built = ActivatorUtilities.CreateInstance(services, component, arguments);
        Assert.That(built, Is.InstanceOf(component));
        (built as IDisposable)?.Dispose();
    }

    [TestCaseSource(nameof(Components))]
    public void Every_setting_is_described_and_its_default_is_valid(Type component)
    {
        foreach (Type settings in SettingsOf(component))
        {
            object defaults = Activator.CreateInstance(settings)!;
            foreach (PropertyInfo property in settings.GetProperties())
            {
                Assert.That(property.GetCustomAttribute<System.ComponentModel.DescriptionAttribute>()?.Description, Is.Not.Null.And.Not.Empty, property.Name);
                Assert.That(
                    property.GetCustomAttributes<System.ComponentModel.DataAnnotations.ValidationAttribute>().Select(a => a.IsValid(property.GetValue(defaults))),
                    Is.All.True, property.Name);
            }
        }
    }

    private static IEnumerable<Type> Components() =>
        Plugins.SelectMany(plugin => plugin.GetExportedTypes()).Where(type => type.IsDefined(typeof(ComponentAttribute)));

    private static IEnumerable<Type> SettingsOf(Type component) =>
        component.GetConstructors().Single().GetParameters().Select(p => p.ParameterType).Where(type => type.Name.EndsWith("Settings", StringComparison.Ordinal));

    private static object SettingsFor(Type type) => type == typeof(NumpyFileSettings)
        ? new NumpyFileSettings { Path = SharedData.Find("freyfaces.npy") }
        : type == typeof(ExpressionSettings)
        ? new ExpressionSettings { Energy = "z1^2" }
        : Activator.CreateInstance(type)!;

    /// <summary>What the host registers, and the plugin for its own components.</summary>
    private sealed class HostServices(Accelerator accelerator) : IServiceProvider, IDisposable
    {
        private readonly PointTables _tables = new(accelerator);

        public object? GetService(Type serviceType) => serviceType switch
        {
            _ when serviceType == typeof(Accelerator) => accelerator,
            _ when serviceType == typeof(IDataFolder) => new SharedDataFolder(),
            _ when serviceType == typeof(PointTables) => _tables,
            _ => null,
        };

        public void Dispose() => _tables.Dispose();
    }
}
