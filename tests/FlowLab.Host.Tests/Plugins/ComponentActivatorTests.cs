using FlowLab.Flows;
using FlowLab.Host.Devices;
using FlowLab.Host.Plugins;
using FlowLab.Networks;
using FlowLab.Optimization;
using FlowLab.Plugins;
using ILGPU.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace FlowLab.Host.Tests.Plugins;

public class ComponentActivatorTests
{
    [Test]
    public void Each_plugin_gets_its_own_version_of_a_dependency_and_shares_its_own_services()
    {
        using var sandbox = new PluginSandbox("GoodPlugin", "SecondGoodPlugin");
        using PluginCatalog catalog = sandbox.Load();
        using ComponentActivator activator = catalog.CreateActivator(_ => { });

        Assert.That(Build(catalog, activator, "good").Factor(0, 1), Is.EqualTo(100 + 10 + 1));
        Assert.That(Build(catalog, activator, "good").Factor(0, 1), Is.EqualTo(100 + 20 + 1), "the counter is shared");
        Assert.That(Build(catalog, activator, "second").Factor(0, 1), Is.EqualTo(200));
    }

    [Test]
    public void Settings_that_a_component_refuses_are_a_fault_with_its_own_sentence()
    {
        using PluginCatalog catalog = PluginCatalog.Load([TestFolders.RealPlugins]);
        using RunDevice device = RunDevice.Open("cpu", 1);
        using ComponentActivator activator = catalog.CreateActivator(services => services.AddSingleton<Accelerator>(device.Accelerator).AddSingleton<INetworkFactory>(new NoNetworks()));
        PluginComponent nice = catalog.Find(ComponentKinds.Flow, "nice")!;
        Assert.That(
            () => activator.Create<IFlow>(nice, nice.Settings!.CreateDefaults(), new FlowShape(1, 1)),
            Throws.TypeOf<FlowLabException>().With.Message.EqualTo(
                "FLP017 flow \"nice\" of FlowLab.Plugins.Nice 0.1.0: a NICE flow shifts one part of z by a function of the other and needs D of at least 2, but D is 1; take a planar or radial flow here"));
    }

    [Test]
    public void Services_of_the_host_reach_the_constructor_and_what_it_does_not_ask_for_is_left_out()
    {
        using var sandbox = new PluginSandbox("GoodPlugin");
        using PluginCatalog catalog = sandbox.Load();
        using ComponentActivator activator = catalog.CreateActivator(services => services.AddSingleton<INetworkFactory>(new NoNetworks()));

        PluginComponent component = catalog.Find(ComponentKinds.Schedule, "demanding")!;
        object settings = component.Settings!.CreateDefaults();
        component.SettingsType!.GetProperty("Rate")!.SetValue(settings, 0.25);
        Assert.That(activator.Create<ISchedule>(component, settings, new FlowShape(2, 1)).Factor(0, 1), Is.EqualTo(0.25));
    }

    [Test]
    public void A_throwing_constructor_is_a_numbered_error_that_names_plugin_and_component()
    {
        using var sandbox = new PluginSandbox("ThrowingConstructor");
        using PluginCatalog catalog = sandbox.Load();
        using ComponentActivator activator = catalog.CreateActivator(_ => { });

        var error = Assert.Throws<FlowLabException>(() => Build(catalog, activator, "throwing"))!;
        Assert.That(error.Number, Is.EqualTo("FLP012"));
        Assert.That(error.Message, Does.StartWith("FLP012 ThrowingConstructor 0.1.0 (").And.Contain("schedule \"throwing\"")
            .And.Contain("InvalidOperationException: the constructor says no"));
    }

    [Test]
    public void A_service_that_nobody_provides_is_named()
    {
        using var sandbox = new PluginSandbox("GoodPlugin");
        using PluginCatalog catalog = sandbox.Load();
        using ComponentActivator activator = catalog.CreateActivator(_ => { });

        var error = Assert.Throws<FlowLabException>(() => Build(catalog, activator, "demanding"))!;
        Assert.That(error.Number, Is.EqualTo("FLP013"));
        Assert.That(error.Message, Does.Contain("FlowLab.Networks.INetworkFactory networks"));
    }

    private static ISchedule Build(PluginCatalog catalog, ComponentActivator activator, string name)
    {
        PluginComponent component = catalog.Find(ComponentKinds.Schedule, name)!;
        return activator.Create<ISchedule>(component, component.Settings?.CreateDefaults());
    }

    private sealed class NoNetworks : INetworkFactory
    {
        public IConditioner CreateConditioner(ConditionerSettings settings, int inputs, int outputs, bool isConditioned) => throw new NotSupportedException();

        public IMaskedConditioner CreateMaskedConditioner(ConditionerSettings settings, int components, int numbers, bool isConditioned) => throw new NotSupportedException();

        public INetwork CreateNetwork(NetworkSettings settings, int inputs, int outputs) => throw new NotSupportedException();
    }
}
