using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using FlowLab.Host.Plugins;
using FlowLab.Optimization;
using FlowLab.Plugins;

namespace FlowLab.Host.Tests.Plugins;

public class PluginUnloadTests
{
    [Test]
    public void A_disposed_catalog_unloads_its_plugins()
    {
        using var sandbox = new PluginSandbox("GoodPlugin");
        WeakReference plugin = UseAndDispose(sandbox);
        for (int attempt = 0; plugin.IsAlive && attempt < 20; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        Assert.That(plugin.IsAlive, Is.False);
    }

    [Test]
    public void A_catalog_in_use_keeps_its_plugins()
    {
        using var sandbox = new PluginSandbox("GoodPlugin");
        using PluginCatalog catalog = sandbox.Load();
        var plugin = new WeakReference(catalog.Find(ComponentKinds.Schedule, "good")!.ImplementationType.Assembly);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.That(plugin.IsAlive, Is.True);
    }

    [Test]
    public void Contracts_are_shared_and_nothing_else_is()
    {
        using var sandbox = new PluginSandbox("GoodPlugin");
        using PluginCatalog catalog = sandbox.Load();
        Type plugin = catalog.Find(ComponentKinds.Schedule, "good")!.ImplementationType;
        AssemblyLoadContext place = AssemblyLoadContext.GetLoadContext(plugin.Assembly)!;

        Assert.That(plugin.GetInterfaces(), Does.Contain(typeof(ISchedule)));
        Assert.That(ContractAssemblies.Names.Select(name => AssemblyLoadContext.GetLoadContext(place.LoadFromAssemblyName(new AssemblyName(name)))),
            Is.All.SameAs(AssemblyLoadContext.Default));
        Assert.That(AssemblyLoadContext.GetLoadContext(place.LoadFromAssemblyName(new AssemblyName("TestDependency"))), Is.SameAs(place));
        Assert.That(place.IsCollectible, Is.True);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference UseAndDispose(PluginSandbox sandbox)
    {
        using PluginCatalog catalog = sandbox.Load();
        PluginComponent component = catalog.Find(ComponentKinds.Schedule, "good")!;
        using ComponentActivator activator = catalog.CreateActivator(_ => { });
        Assert.That(activator.Create<ISchedule>(component, component.Settings!.CreateDefaults()).Factor(0, 1), Is.EqualTo(111));
        return new WeakReference(component.ImplementationType.Assembly);
    }
}
