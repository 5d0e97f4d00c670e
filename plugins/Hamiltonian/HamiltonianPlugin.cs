using FlowLab.Plugins;

[assembly: FlowLabPlugin(PluginContract.Version)]
