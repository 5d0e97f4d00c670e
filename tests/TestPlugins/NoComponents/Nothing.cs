using FlowLab.Plugins;

[assembly: FlowLabPlugin(PluginContract.Version)]

namespace NoComponents;

/// <summary>No component.</summary>
public static class Nothing
{
    public static int Value => 0;
}
